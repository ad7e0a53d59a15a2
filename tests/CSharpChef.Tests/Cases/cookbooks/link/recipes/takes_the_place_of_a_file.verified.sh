
action1() {
    title='link[/srv/case/was-a-file] create (recipes/takes_the_place_of_a_file.csx:1)'
    { equals "$path0_target" /etc/hosts ||
        link /srv/case/was-a-file /etc/hosts; }
}
