c1() { printf '%s' '1
'; }
c2() { printf '%s' '2
'; }
c3() { printf '%s' '3
'; }
c4() { printf '%s' '4
'; }
c5() { printf '%s' '5
'; }
c6() { printf '%s' '6
'; }
c7() { printf '%s' '7
'; }

u1() {
    title='file[/srv/case/with space] create (recipes/takes_any_name.csx:1)'
    { fits "$f0" "8??? * *" "$s0" 4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865 ||
        file '/srv/case/with space' sum=4355a46b19d348dc2f57c046f8ef63d4538ebb936000f3c9ee954a27460dd865 body=c1 old=o1; }
}

u2() {
    title='file[/srv/case/it'\''s "quoted" $HOME `id`] create (recipes/takes_any_name.csx:2)'
    { fits "$f1" "8??? * *" "$s1" 53c234e5e8472b6ac51c1ae1cab3fe06fad053beb8ebfd8977b010655bfdd3c3 ||
        file '/srv/case/it'\''s "quoted" $HOME `id`' sum=53c234e5e8472b6ac51c1ae1cab3fe06fad053beb8ebfd8977b010655bfdd3c3 body=c2 old=o2; }
}

u3() {
    title='file[/srv/case/two lines] create (recipes/takes_any_name.csx:3)'
    file '/srv/case/two
lines' sum=1121cfccd5913f0a63fec40a6ffd44ea64f9dc135c66634ba001d10bcf4302a2 body=c3 old=o3
}

u4() {
    title='file[/srv/case/ünïcödé-日本] create (recipes/takes_any_name.csx:4)'
    { fits "$f2" "8??? * *" "$s2" 7de1555df0c2700329e815b93b32c571c3ea54dc967b89e81ab73b9972b72d1d ||
        file '/srv/case/ünïcödé-日本' sum=7de1555df0c2700329e815b93b32c571c3ea54dc967b89e81ab73b9972b72d1d body=c4 old=o4; }
}

u5() {
    title='file[/srv/case/-dash] create (recipes/takes_any_name.csx:5)'
    { fits "$f3" "8??? * *" "$s3" f0b5c2c2211c8d67ed15e75e656c7862d086e9245420892a7de62cd9ec582a06 ||
        file /srv/case/-dash sum=f0b5c2c2211c8d67ed15e75e656c7862d086e9245420892a7de62cd9ec582a06 body=c5 old=o5; }
}

u6() {
    title='file[/srv/case/back\slash] create (recipes/takes_any_name.csx:6)'
    file '/srv/case/back\slash' sum=06e9d52c1720fca412803e3b07c4b228ff113e303f4c7ab94665319d832bbfb7 body=c6 old=o6
}

u7() {
    title='file[/srv/case/glob*?[a]] create (recipes/takes_any_name.csx:7)'
    { fits "$f4" "8??? * *" "$s4" 10159baf262b43a92d95db59dae1f72c645127301661e0a3ce4e38b295a97c58 ||
        file '/srv/case/glob*?[a]' sum=10159baf262b43a92d95db59dae1f72c645127301661e0a3ce4e38b295a97c58 body=c7 old=o7; }
}

say hello
facts() { { machine_facts; } | sed "s/^/$token fact /" >&5; }
open_journal
f0='?' s0='?' f1='?' s1='?' f2='?' s2='?' f3='?' s3='?' f4='?' s4='?'
# subjects: asks for the state of all of them.
subjects() {
    set -- '/srv/case/with space' '/srv/case/it'\''s "quoted" $HOME `id`' '/srv/case/ünïcödé-日本' /srv/case/-dash '/srv/case/glob*?[a]'
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
run 4
run 5
run 6
run 7
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
