package io.clientele.grid;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A workbook in one XML document. Texts are texts, whatever they begin with. */
final class XmlGridFile implements GridFile {

    private static final String NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet";

    /** XML has no word for most control characters. */
    private static final Pattern UNWRITABLE = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]");

    private static final int BUFFERED = 1 << 15;

    private final XMLStreamWriter xml;

    XmlGridFile(OutputStream out, List<String> labels) throws IOException {
        // The library writes each sign by itself.
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFERED);
        try {
            xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeProcessingInstruction("mso-application", "progid=\"Excel.Sheet\"");
            xml.writeStartElement("Workbook");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeNamespace("ss", NAMESPACE);
            xml.writeStartElement("Worksheet");
            xml.writeAttribute("ss", NAMESPACE, "Name", "Customers");
            xml.writeStartElement("Table");
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        add(labels);
    }

    @Override
    public void add(List<?> cells) throws IOException {
        try {
            xml.writeStartElement("Row");
            for (Object cell : cells) {
                xml.writeStartElement("Cell");
                xml.writeStartElement("Data");
                xml.writeAttribute("ss", NAMESPACE, "Type", cell instanceof Number ? "Number" : "String");
                xml.writeCharacters(text(cell));
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String text(Object cell) {
        return cell instanceof BigDecimal amount
                ? amount.toPlainString()
                : UNWRITABLE.matcher(cell.toString()).replaceAll(" ");
    }

    @Override
    public void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
