-- A database restored into another cluster must not hand out transaction numbers that its event log already holds.
select sluice.adopt_event_log();
