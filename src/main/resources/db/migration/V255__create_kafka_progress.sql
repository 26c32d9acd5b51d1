-- Up to where the events of the feed are in each topic of Kafka. One instance at a time sends, the holder, until it lets go or its
-- time is over.
create table kafka_progress (
    topic text collate "C" constraint kafka_progress_pk primary key,
    position bigint not null,
    holder uuid,
    held_until timestamptz
) with (fillfactor = 50);
