
action1() {
    title='link[/srv/case/here] create (recipes/creates_a_link_whose_target_does_not_exist.csx:1)'
    { equals "$path0_target" /srv/case/nowhere ||
        link /srv/case/here /srv/case/nowhere; }
}

action2() {
    title='link[/srv/case/relative] create (recipes/creates_a_link_whose_target_does_not_exist.csx:2)'
    { equals "$path1_target" 'some where/else' ||
        link /srv/case/relative 'some where/else'; }
}
