# Needs: output path

# touch_path PATH: sets the times of a file to now, and makes it when it is missing.
touch_path() {
    if [ -e "$1" ]; then check_unlocked "$1" add; else check_folder "$1" add; fi || return 1
    if would touch; then try touch -- "$1"; fi
}
