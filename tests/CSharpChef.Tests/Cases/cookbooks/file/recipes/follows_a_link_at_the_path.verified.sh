c1() { printf '%s' 'through the link
'; }

u1() {
    title='file[/srv/case/link] create (recipes/follows_a_link_at_the_path.csx:1)'
    { fits "$f0" "81a0 * *" "$s0" 3a5b81914a618ad73e706cfdb561b0921aac7dbfe30a15a1d6d299b92a84da8b ||
        file /srv/case/link mode=0640 sum=3a5b81914a618ad73e706cfdb561b0921aac7dbfe30a15a1d6d299b92a84da8b body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/link
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
