c1() { printf '%s' 'one
two
'; }

u1() {
    title='file[/srv/case/new.txt] create (recipes/makes_a_new_file_with_mode_0644.csx:1)'
    { fits "$f0" "8??? * *" "$s0" c3f9c8c283a2b1f2f1896f27a01cbe3cddc0c9d93f752e4639035a0f5b36f6e8 ||
        file /srv/case/new.txt sum=c3f9c8c283a2b1f2f1896f27a01cbe3cddc0c9d93f752e4639035a0f5b36f6e8 body=c1 old=o1; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/new.txt
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
