c1() { printf '%s' 'x
'; }

u1() {
    title='file[/srv/case/a] create (recipes/takes_owners_by_number.csx:1)'
    { fits "$f0" "8??? 12345 54321" "$s0" 73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac ||
        file /srv/case/a owner=12345 group=54321 sum=73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/a
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
