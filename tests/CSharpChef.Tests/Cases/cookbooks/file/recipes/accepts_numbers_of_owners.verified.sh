content1() { printf '%s' 'x
'; }

action1() {
    title='file[/srv/case/a] create (recipes/accepts_numbers_of_owners.csx:1)'
    { matches "$file0_mode" "file * 12345 54321" "$file0_sum" 73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac ||
        file /srv/case/a owner=12345 group=54321 sum=73cb3858a687a8494ca3323053016282f3dad39d42cf62ca4e79dda2aac7d9ac body=content1 old=old1; }
}
