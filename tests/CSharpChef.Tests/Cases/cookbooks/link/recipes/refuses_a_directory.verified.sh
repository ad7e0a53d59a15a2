
action1() {
    title='link[/srv/case/folder] create (recipes/refuses_a_directory.csx:1)'
    { equals "$path0_target" /etc/hosts ||
        link /srv/case/folder /etc/hosts; }
}
