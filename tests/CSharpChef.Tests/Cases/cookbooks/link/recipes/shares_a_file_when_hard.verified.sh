
action1() {
    title='link[/srv/case/second-name] create (recipes/shares_a_file_when_hard.csx:1)'
    hard_link /srv/case/second-name /srv/case/first-name
}
