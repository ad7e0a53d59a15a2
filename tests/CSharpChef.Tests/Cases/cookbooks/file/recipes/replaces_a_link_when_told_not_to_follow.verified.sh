c1() { printf '%s' 'a file now
'; }

u1() {
    title='file[/srv/case/link] create (recipes/replaces_a_link_when_told_not_to_follow.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 83caf084e82ba896837dda32d0e473e7b2a3e0e7e60926294f598cc75508472d ||
        file /srv/case/link sum=83caf084e82ba896837dda32d0e473e7b2a3e0e7e60926294f598cc75508472d body=c1 old=o1 nofollow; }
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
