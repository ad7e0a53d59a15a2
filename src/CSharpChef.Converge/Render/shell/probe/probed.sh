# What the probe found holds as long as nothing has changed since.

# equals VALUE WANTED: compares what the probe found.
equals() { [ -z "$dirty" ] && [ "$1" = "$2" ]; }

# matches VALUE PATTERN [SUM WANTED]: compares what the probe found with a pattern, and a checksum with another.
matches() {
    [ -z "$dirty" ] || return 1
    # shellcheck disable=SC2254
    case $1 in $2) [ "${3-}" = "${4-}" ] ;; *) return 1 ;; esac
}
