
action1() {
    title='link[/srv/case/link] delete (recipes/removes_links_only.csx:1)'
    absent /srv/case/link link
}

action2() {
    title='link[/srv/case/never] delete (recipes/removes_links_only.csx:2)'
    absent /srv/case/never link
}

action3() {
    title='link[/srv/case/file] delete (recipes/removes_links_only.csx:3)'
    absent /srv/case/file link
}
