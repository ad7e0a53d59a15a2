
action1() {
    title='link[/srv/hard] create (recipes/fails_for_a_hard_link_to_a_directory.csx:1)'
    ignore=1
    hard_link /srv/hard /srv/folder
}

action2() {
    title='link[/srv/nothing] create (recipes/fails_for_a_hard_link_to_a_directory.csx:7)'
    ignore=1
    hard_link /srv/nothing /srv/missing
}
