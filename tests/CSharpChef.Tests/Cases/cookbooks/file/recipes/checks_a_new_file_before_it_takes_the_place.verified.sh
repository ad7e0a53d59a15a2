c1() { printf '%s' 'good
'; }

u1() {
    title='file[/srv/case/good.conf] create (recipes/checks_a_new_file_before_it_takes_the_place.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb ||
        file /srv/case/good.conf sum=106675dc1490d5cdd6d1f0410731316ce93fc964c6cf6726e2b0d53e19688feb body=c1 old=o1 verify='grep -q good "$1"'; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/good.conf
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
