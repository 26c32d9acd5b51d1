#!/usr/bin/env bash
# Run once by the image of PostgreSQL on an empty volume: the owner runs the migrations, the service owns nothing.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" \
  --set owner_password="$CLIENTELE_OWNER_PASSWORD" --set password="$CLIENTELE_PASSWORD" <<'SQL'
create role clientele_owner login password :'owner_password';
create role clientele login password :'password';
create database clientele owner clientele_owner;
revoke all on database clientele from public;
grant connect on database clientele to clientele;
SQL
