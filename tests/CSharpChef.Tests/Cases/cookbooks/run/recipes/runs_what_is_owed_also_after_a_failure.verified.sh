
u1() {
    title='file[/srv/one] create (recipes/runs_what_is_owed_also_after_a_failure.csx:6)'
    asks='4'
    { fits "$f0" "8??? * *" ||
        file /srv/one; }
}
h1() {
    later 4
}

u2() {
    title='file[/no/such/folder/file] create (recipes/runs_what_is_owed_also_after_a_failure.csx:7)'
    { fits "$f1" "8??? * *" ||
        file /no/such/folder/file; }
}

u3() {
    title='file[/srv/two] create (recipes/runs_what_is_owed_also_after_a_failure.csx:8)'
    { fits "$f2" "8??? * *" ||
        file /srv/two; }
}

u4() {
    title='execute[said] run (recipes/runs_what_is_owed_also_after_a_failure.csx:1)'
    execute true
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 4=02ca27893aae '
open_journal
f0='?' s0='?' f1='?' s1='?' f2='?' s2='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/one /no/such/folder/file /srv/two
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
hooks=' 1 '
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
