package io.clientele.attribute;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Decodes an image to see that it is one. Its size is known before a pixel is read, so that a bomb does not go off. */
final class ImageCheck {

    private static final Map<String, String> MEDIA_TYPES =
            Map.of("jpeg", "image/jpeg", "png", "image/png", "gif", "image/gif", "bmp", "image/bmp");

    /** Of more pixels than this only some are decoded. */
    private static final long WHOLE = 250_000;

    private ImageCheck() {}

    /** What an image is. */
    record Image(String mediaType, int width, int height) {}

    /** Null for what is not an image that browsers show, or one with too many pixels. */
    static @Nullable Image of(byte[] content, long mostPixels) {
        try (ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) {
                return null;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return decoded(reader, mostPixels);
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // The decoders throw all sorts of things at what is not an image.
            return null;
        }
    }

    private static @Nullable Image decoded(ImageReader reader, long mostPixels) throws IOException {
        String mediaType = MEDIA_TYPES.get(reader.getFormatName().toLowerCase(Locale.ROOT));
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        long pixels = (long) width * height;
        if (mediaType == null || pixels <= 0 || pixels > mostPixels) {
            return null;
        }
        ImageReadParam sparse = reader.getDefaultReadParam();
        int step = (int) Math.ceil(Math.sqrt((double) pixels / WHOLE));
        sparse.setSourceSubsampling(Math.min(step, width), Math.min(step, height), 0, 0);
        reader.read(0, sparse);
        return new Image(mediaType, width, height);
    }
}
