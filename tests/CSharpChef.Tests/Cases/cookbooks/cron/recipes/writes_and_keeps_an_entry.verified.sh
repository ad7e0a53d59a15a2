c1() { printf '%s' '# csharpchef: backup
MAILTO=ops@example.org
*/15 3-5 * jan,feb mon daemon date +\%F >> /var/log/backup
'; }
c2() { printf '%s' '# csharpchef: daily
@daily root true
'; }

u1() {
    title='cron[backup] create (recipes/writes_and_keeps_an_entry.csx:1)'
    { fits "$f0" "81a4 0 0" "$s0" ecb507015ae3636abb4526ac79f2480055934c775e000ce55a495487eeebd668 ||
        file /etc/cron.d/backup mode=0644 owner=root group=root sum=ecb507015ae3636abb4526ac79f2480055934c775e000ce55a495487eeebd668 body=c1 old=o1; }
}

u2() {
    title='cron[daily] create (recipes/writes_and_keeps_an_entry.csx:8)'
    { fits "$f1" "81a4 0 0" "$s1" 1b9081454eda3ca78e0e0d11957271741dd144c53e3e7bc9cb55055f4dc65bb9 ||
        file /etc/cron.d/daily mode=0644 owner=root group=root sum=1b9081454eda3ca78e0e0d11957271741dd144c53e3e7bc9cb55055f4dc65bb9 body=c2 old=o2; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?' f1='?' s1='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /etc/cron.d/backup /etc/cron.d/daily
    echo '=files'
    printf ':%s\n' "$@"
    echo '=sums'
    sha256sum -- "$@"
    echo '=stat'
    QUOTING_STYLE=literal stat -c '%f %u %g %N' -- "$@"
}
eval "$(subjects 2>/dev/null | assignments)"
run 1
run 2
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
