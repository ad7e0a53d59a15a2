
# link[/srv/case/link] delete (recipes/removes_links_only.csx:1)
u1() {
    absent /srv/case/link link
}

# link[/srv/case/never] delete (recipes/removes_links_only.csx:2)
u2() {
    absent /srv/case/never link
}

# link[/srv/case/file] delete (recipes/removes_links_only.csx:3)
u3() {
    absent /srv/case/file link
}

say hello
facts() { :; }
run 1
run 2
run 3
finish
leave
[ -z "$dirty" ] || facts
say end "${failed:-0}"
