
u1() {
    title='link[/srv/case/link] delete (recipes/removes_links_only.csx:1)'
    absent /srv/case/link link
}

u2() {
    title='link[/srv/case/never] delete (recipes/removes_links_only.csx:2)'
    absent /srv/case/never link
}

u3() {
    title='link[/srv/case/file] delete (recipes/removes_links_only.csx:3)'
    absent /srv/case/file link
}

say hello
facts() { :; }
open_journal
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
close_journal
say end "${failed:-0}"
