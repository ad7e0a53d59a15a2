c1() { printf '%s' 'x
'; }

u1() {
    title='file[/srv/one] create (recipes/does_actions_in_the_order_chosen.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac ||
        file /srv/one sum=73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac body=c1 old=o1; }
}

u2() {
    title='file[/srv/one] touch (recipes/does_actions_in_the_order_chosen.csx:1)'
    touched /srv/one
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/one
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
