# Needs: output path

# touch_path PATH: sets the times of a file to now, and makes it when it is missing.
touch_path() {
    [ -e "$1" ] || check_folder "$1" || return 1
    if would touch; then try touch -- "$1"; fi
}
