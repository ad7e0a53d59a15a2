c1() { printf '%s' 'port = 8080
family = debian
host = a
host = b
'; }

u1() {
    title='template[/srv/case/app.conf] create (recipes/fills_in_variables_and_facts.csx:1)'
    { fits "$f0" "81a0 * *" "$s0" 1c7adb1588e379a1c8fae5560a223b8445b6f32ca22e6c735ffd2417023937e9 ||
        file /srv/case/app.conf mode=0640 sum=1c7adb1588e379a1c8fae5560a223b8445b6f32ca22e6c735ffd2417023937e9 body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/app.conf
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
