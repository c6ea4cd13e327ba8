/** Every change of the schema, in order; what stands here is never edited, only added to. */
export const migrations: readonly string[] = [
  `CREATE TABLE tickets (
     day text NOT NULL,
     number text NOT NULL,
     series text NOT NULL,
     ordinal integer NOT NULL,
     service_id text NOT NULL,
     state text NOT NULL,
     window_number text,
     taken_at_ms bigint NOT NULL,
     called_at_ms bigint,
     served_at_ms bigint,
     finished_at_ms bigint,
     updated_at_ms bigint NOT NULL,
     PRIMARY KEY (day, number)
   );
   CREATE INDEX tickets_by_queue ON tickets (day, series, state, ordinal);
   CREATE TABLE series (day text NOT NULL, letter text NOT NULL, last integer NOT NULL, PRIMARY KEY (day, letter));
   CREATE TABLE beacon_health (
     beacon_id text PRIMARY KEY,
     last_heard_ms bigint NOT NULL,
     rssi_dbm integer NOT NULL,
     receiver text NOT NULL,
     heard bigint NOT NULL
   );`,
];
