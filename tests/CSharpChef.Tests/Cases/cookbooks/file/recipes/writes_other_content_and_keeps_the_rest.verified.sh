c1() { printf '%s' 'port = 81
'; }

u1() {
    title='file[/srv/case/a.conf] create (recipes/writes_other_content_and_keeps_the_rest.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 4406e8c22b6b42759c738f2df6302c501a53683581989e1ded0c050c0f03ee0e ||
        file /srv/case/a.conf sum=4406e8c22b6b42759c738f2df6302c501a53683581989e1ded0c050c0f03ee0e body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/a.conf
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
