#!/bin/sh
# The floor: the state of the fifty resources of web-node, read by hand in as few processes as it takes (eight).
#   ssh HOST sh -s < state.sh
export LC_ALL=C
home=/etc/web-node
files="$home/sites/shop.conf $home/sites/blog.conf $home/sites/api.conf $home/sites/admin.conf \
$home/sites/media.conf $home/sites/search.conf $home/sites/status.conf $home/sites/intern.conf \
$home/workers/mail.ini $home/workers/images.ini $home/workers/reports.ini \
$home/workers/billing.ini $home/workers/import.ini $home/workers/export.ini \
$home/pools/www.conf $home/pools/api.conf $home/pools/admin.conf $home/pools/batch.conf \
$home/logging/access.yml $home/logging/audit.yml $home/logging/application.yml \
$home/limits.conf $home/logrotate.conf $home/mime.types \
$home/node.conf $home/workers.env $home/cache.conf $home/metrics.yml $home/motd \
/etc/systemd/system/web-node.service /etc/cron.d/web-node-clean /etc/cron.d/web-node-report"
links="$home/default.conf $home/default.ini /srv/web-node/config"
folders="$home/sites $home/workers $home/pools $home/logging /srv/web-node"

# shellcheck disable=SC2086
{
    stat -c '%n %F %a %U %G %N' $files $links $folders
    sha256sum $files
    dpkg-query -W -f '${Package} ${Version} ${db:Status-Status}\n' tree hello
    systemctl show -p Id,ActiveState,UnitFileState,NeedDaemonReload web-node.service cron.service
    getent passwd webnode webops
    getent group webnode
    grep -nxF '127.0.0.1 queue.web-node.internal' /etc/hosts
    grep -nE '^ *ServerAliveInterval ' /etc/ssh/ssh_config
    [ -s "$home/mime.sorted" ] && echo sorted
} 2>&1
exit 0
