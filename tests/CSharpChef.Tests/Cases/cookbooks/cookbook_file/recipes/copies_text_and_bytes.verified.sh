c1() { printf '%s' '#!/bin/sh
echo hello
'; }
c2() { receive 86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 20000; }

u1() {
    title='cookbook_file[/srv/case/script.sh] create (recipes/copies_text_and_bytes.csx:1)'
    { fits "$f0" "81ed * *" "$s0" bfdeaeb08cffb6a36438bcd12dda25417e3cdd36f1e7e482a2849d539225288b ||
        file /srv/case/script.sh mode=0755 sum=bfdeaeb08cffb6a36438bcd12dda25417e3cdd36f1e7e482a2849d539225288b body=c1 old=o1; }
}

u2() {
    title='cookbook_file[/srv/case/bytes.bin] create (recipes/copies_text_and_bytes.csx:2)'
    { fits "$f1" "8??? * *" "$s1" 86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 ||
        file /srv/case/bytes.bin sum=86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 body=c2 old=o2; }
}

u3() {
    title='cookbook_file[/srv/case/same-bytes] create (recipes/copies_text_and_bytes.csx:3)'
    { fits "$f2" "8??? * *" "$s2" 86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 ||
        file /srv/case/same-bytes sum=86999324511ad84c69f01938832689a50bebda2d4c65061db2e73b4b0857e831 body=c2 old=o3; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?' f1='?' s1='?' f2='?' s2='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- /srv/case/script.sh /srv/case/bytes.bin /srv/case/same-bytes
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
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
