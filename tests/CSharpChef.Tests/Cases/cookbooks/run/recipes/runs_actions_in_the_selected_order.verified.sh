content1() { printf '%s' 'x
'; }

action1() {
    title='file[/srv/one] create (recipes/runs_actions_in_the_selected_order.csx:1)'
    { matches "$file0_mode" "file * * *" "$file0_sum" 73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac ||
        file /srv/one sum=73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac body=content1 old=old1; }
}

action2() {
    title='file[/srv/one] touch (recipes/runs_actions_in_the_selected_order.csx:1)'
    touch_path /srv/one
}
