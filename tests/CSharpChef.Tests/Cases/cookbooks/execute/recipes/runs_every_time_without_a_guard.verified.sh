
action1() {
    title='execute[true] run (recipes/runs_every_time_without_a_guard.csx:1)'
    execute true
}
