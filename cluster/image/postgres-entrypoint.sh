#!/bin/sh
# A shortened version of the entry point of the real image: it makes a database in an empty directory, then starts the
# server; as root it first gives the directory to the user postgres and becomes that user.
set -eu

case "${1:-}" in -*) set -- postgres "$@" ;; esac
if [ "${1:-}" != postgres ]; then exec "$@"; fi

if [ "$(id -u)" = 0 ]; then
  mkdir -p "$PGDATA" /var/run/postgresql
  chown -R postgres:postgres "$PGDATA" /var/run/postgresql
  exec su -s /bin/sh postgres -c 'exec "$0" "$@"' -- /usr/local/bin/docker-entrypoint.sh "$@"
fi

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  if [ -z "${POSTGRES_PASSWORD:-}" ] && [ "${POSTGRES_HOST_AUTH_METHOD:-}" != trust ]; then
    echo 'Error: Database is uninitialized and superuser password is not specified.' >&2
    exit 1
  fi
  user=${POSTGRES_USER:-postgres}
  database=${POSTGRES_DB:-$user}
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  printf '%s\n' "${POSTGRES_PASSWORD:-}" | initdb --username="$user" --pwfile=/dev/stdin
  echo "host all all all ${POSTGRES_HOST_AUTH_METHOD:-scram-sha-256}" >>"$PGDATA/pg_hba.conf"
  # The server of the real image listens on all addresses by default.
  echo "listen_addresses = '*'" >>"$PGDATA/postgresql.conf"
  # With the given settings, but reachable only from this machine.
  shift
  pg_ctl -D "$PGDATA" -o "$* -c listen_addresses=''" -w start
  if [ "$database" != postgres ]; then
    printf 'CREATE DATABASE :"db";\n' | psql --no-password --username "$user" --dbname postgres \
      --set ON_ERROR_STOP=1 --set db="$database"
  fi
  pg_ctl -D "$PGDATA" -m fast -w stop
  set -- postgres "$@"
fi

exec "$@"
