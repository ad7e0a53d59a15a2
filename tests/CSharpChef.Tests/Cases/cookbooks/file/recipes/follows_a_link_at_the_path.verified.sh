content1() { printf '%s' 'through the link
'; }

action1() {
    title='file[/srv/case/link] create (recipes/follows_a_link_at_the_path.csx:1)'
    { matches "$file0_mode" "file 0640 * *" "$file0_sum" 3a5b81914a618ad73e706cfdb561b0921aac7dbfe30a15a1d6d299b92a84da8b ||
        file /srv/case/link mode=0640 sum=3a5b81914a618ad73e706cfdb561b0921aac7dbfe30a15a1d6d299b92a84da8b body=content1 old=old1; }
}
