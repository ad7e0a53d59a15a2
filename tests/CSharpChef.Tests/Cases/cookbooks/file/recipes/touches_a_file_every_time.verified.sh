
action1() {
    title='file[/srv/case/stamp] touch (recipes/touches_a_file_every_time.csx:1)'
    touch_path /srv/case/stamp
}
