alter index event_unplaced_ix rename to event_id_ix;
