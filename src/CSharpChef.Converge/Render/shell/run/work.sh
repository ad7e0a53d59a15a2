work=''

# make_work_folder: makes the folder of the run's temporary files, $work, when it is first needed.
# Sets: work
make_work_folder() {
    [ -z "$work" ] || return 0
    work=$(mktemp -d /run/csharpchef.XXXXXX 2>/dev/null || mktemp -d "${TMPDIR:-/tmp}/csharpchef.XXXXXX") ||
        fail "cannot make a temporary folder in ${TMPDIR:-/tmp}" || return 1
    [ -z "$journal" ] || printf '%s\n' "$work" >"$state/work"
}

# clean_up: flushes the disk where single files could not be flushed, and removes the temporary files.
clean_up() {
    [ -z "$unsynced" ] || sync
    [ -z "$work" ] || rm -rf "$work"
}
