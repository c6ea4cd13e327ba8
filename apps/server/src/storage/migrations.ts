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
  `ALTER TABLE tickets ADD COLUMN priority text NOT NULL DEFAULT 'normal';
   ALTER TABLE tickets ADD COLUMN appointment_ms bigint;
   ALTER TABLE tickets ADD COLUMN queued_at_ms bigint NOT NULL DEFAULT 0;
   ALTER TABLE tickets ADD COLUMN calls integer NOT NULL DEFAULT 0;
   ALTER TABLE tickets ADD COLUMN rating integer;
   ALTER TABLE tickets ADD COLUMN holder_token text;
   ALTER TABLE tickets ADD COLUMN request_key text;
   UPDATE tickets SET queued_at_ms = taken_at_ms, calls = CASE WHEN called_at_ms IS NULL THEN 0 ELSE 1 END;
   CREATE UNIQUE INDEX tickets_by_request ON tickets (request_key);
   CREATE INDEX tickets_finished ON tickets (day, series, finished_at_ms);
   CREATE TABLE ticket_events (
     source text NOT NULL,
     message_id text NOT NULL,
     day text NOT NULL,
     number text NOT NULL,
     at_ms bigint NOT NULL,
     received_at_ms bigint NOT NULL,
     actor text NOT NULL,
     event jsonb NOT NULL,
     PRIMARY KEY (source, message_id)
   );
   CREATE INDEX ticket_events_by_ticket ON ticket_events (day, number, at_ms);
   INSERT INTO ticket_events (source, message_id, day, number, at_ms, received_at_ms, actor, event)
     SELECT 'desk', day || '/' || number || '/take', day, number, taken_at_ms, taken_at_ms, 'migration',
            jsonb_build_object('kind', 'take', 'serviceId', service_id, 'series', series, 'ordinal', ordinal)
     FROM tickets;
   CREATE TABLE counters (
     day text NOT NULL,
     number text NOT NULL,
     open boolean NOT NULL,
     updated_at_ms bigint NOT NULL,
     PRIMARY KEY (day, number)
   );
   CREATE TABLE appointments (
     code text PRIMARY KEY,
     day text NOT NULL,
     series text NOT NULL,
     service_id text NOT NULL,
     slot_ms bigint NOT NULL,
     created_at_ms bigint NOT NULL,
     ticket_number text
   );
   CREATE INDEX appointments_by_slot ON appointments (series, slot_ms);`,
  `CREATE TABLE accounts (
     name text PRIMARY KEY,
     role text NOT NULL,
     password text NOT NULL,
     created_at_ms bigint NOT NULL,
     disabled boolean NOT NULL DEFAULT false
   );
   CREATE TABLE sessions (
     id_hash text PRIMARY KEY,
     account text NOT NULL REFERENCES accounts (name) ON DELETE CASCADE,
     csrf text NOT NULL,
     created_at_ms bigint NOT NULL,
     used_at_ms bigint NOT NULL
   );
   CREATE TABLE login_failures (name text PRIMARY KEY, failures integer NOT NULL, locked_until_ms bigint NOT NULL);
   CREATE TABLE invitations (token_hash text PRIMARY KEY, expires_at_ms bigint NOT NULL);
   CREATE TABLE machines (
     id text PRIMARY KEY,
     kind text NOT NULL,
     secret text NOT NULL,
     created_at_ms bigint NOT NULL
   );
   CREATE TABLE audit (
     id bigserial PRIMARY KEY,
     at_ms bigint NOT NULL,
     actor text NOT NULL,
     action text NOT NULL,
     subject text NOT NULL,
     detail jsonb
   );
   CREATE INDEX audit_by_time ON audit (at_ms);`,
  `ALTER TABLE beacon_health ADD COLUMN interval_ms integer;
   ALTER TABLE beacon_health ADD COLUMN battery_mv integer;
   ALTER TABLE beacon_health ADD COLUMN temperature_c real;
   ALTER TABLE beacon_health ADD COLUMN telemetry_at_ms bigint;
   CREATE TABLE beacon_heard_by (
     beacon_id text NOT NULL,
     receiver text NOT NULL,
     last_heard_ms bigint NOT NULL,
     rssi_dbm integer NOT NULL,
     PRIMARY KEY (beacon_id, receiver)
   );
   CREATE TABLE receivers (
     id text PRIMARY KEY,
     seen_at_ms bigint NOT NULL,
     online boolean NOT NULL,
     sent bigint NOT NULL,
     waiting bigint NOT NULL,
     lost bigint NOT NULL
   );`,
  `CREATE TABLE guide_calls (
     id text PRIMARY KEY,
     kiosk text NOT NULL,
     ask jsonb NOT NULL,
     state text NOT NULL,
     come_by text,
     asked_at_ms bigint NOT NULL,
     updated_at_ms bigint NOT NULL
   );
   CREATE UNIQUE INDEX guide_calls_open ON guide_calls (kiosk) WHERE state IN ('waiting', 'coming');
   CREATE INDEX guide_calls_by_time ON guide_calls (asked_at_ms);
   CREATE TABLE site (key text PRIMARY KEY, value text NOT NULL);`,
  `ALTER TABLE tickets ADD COLUMN place_ms bigint NOT NULL DEFAULT 0;
   UPDATE tickets SET place_ms = queued_at_ms - CASE priority WHEN 'priority' THEN 1800000 ELSE 0 END;
   ALTER TABLE tickets ALTER COLUMN place_ms DROP DEFAULT;
   DROP INDEX tickets_by_queue;
   CREATE INDEX tickets_by_place ON tickets (day, series, place_ms, ordinal, number) WHERE state = 'waiting';
   CREATE INDEX tickets_by_appointment ON tickets (day, series, appointment_ms)
     WHERE state = 'waiting' AND appointment_ms IS NOT NULL;
   CREATE INDEX tickets_at_window ON tickets (day, window_number) WHERE state IN ('called', 'serving');`,
  `CREATE TABLE beacon_evidence (beacon_id text PRIMARY KEY, account jsonb NOT NULL);`,
  `CREATE TABLE studio_versions (
     id bigserial PRIMARY KEY,
     document jsonb NOT NULL,
     at_ms bigint NOT NULL,
     author text NOT NULL,
     note text NOT NULL,
     warnings jsonb NOT NULL,
     folder text
   );
   CREATE TABLE studio_publications (
     id bigserial PRIMARY KEY,
     version_id bigint NOT NULL REFERENCES studio_versions (id),
     due_ms bigint NOT NULL,
     kind text NOT NULL,
     at_ms bigint NOT NULL,
     author text NOT NULL,
     called_off_by text
   );
   CREATE INDEX studio_publications_by_due ON studio_publications (due_ms, id);
   CREATE TABLE studio_drafts (
     id text PRIMARY KEY,
     document jsonb NOT NULL,
     document_revision integer NOT NULL,
     revision integer NOT NULL,
     updated_at_ms bigint NOT NULL
   );
   CREATE TABLE studio_steps (
     draft_id text NOT NULL REFERENCES studio_drafts (id),
     revision integer NOT NULL,
     message_id text NOT NULL,
     author text NOT NULL,
     at_ms bigint NOT NULL,
     patch jsonb NOT NULL,
     PRIMARY KEY (draft_id, revision)
   );
   CREATE UNIQUE INDEX studio_steps_by_message ON studio_steps (draft_id, message_id);
   CREATE TABLE studio_archives (id text PRIMARY KEY, files jsonb NOT NULL);`,
  `ALTER TABLE studio_publications ADD COLUMN went_live bigint;`,
];
