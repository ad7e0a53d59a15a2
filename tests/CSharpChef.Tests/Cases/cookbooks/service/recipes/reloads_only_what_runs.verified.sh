c1() { printf '%s' 'new
'; }

u1() {
    title='file[/srv/case.conf] create (recipes/reloads_only_what_runs.csx:2)'
    asks='2'
    { fits "$f0" "8??? * *" "$s0" 7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c ||
        file /srv/case.conf sum=7aa7a5359173d05b63cfd682e3c38487f3cb4f7f1d60659fe59fab1505977d4c body=c1 old=o1; }
}
h1() {
    later 2
}

u2() {
    title='service[case] reload (recipes/reloads_only_what_runs.csx:1)'
    service case reloaded
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
owed_names=' 2=86c7598b7141 '
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case.conf
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
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
