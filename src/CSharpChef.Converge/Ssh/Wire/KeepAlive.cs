using CSharpChef.Converge.Ssh.Config;

namespace CSharpChef.Converge.Ssh.Wire;

/// <summary>
/// Asks a silent line whether somebody is there, and gives it up after the deadline. A stopped sshd or a
/// pulled cable keeps the TCP connection open for minutes or for ever.
/// </summary>
internal sealed class KeepAlive : IDisposable
{
    private readonly SshLink link;
    private readonly SshTimes times;
    private readonly Action giveUp;
    private readonly ITimer timer;
    private int asking;

    public KeepAlive(SshLink link, SshTimes times, TimeProvider time, Action giveUp)
    {
        (this.link, this.times, this.giveUp) = (link, times, giveUp);
        var period = times.PingInterval / 3;
        timer = time.CreateTimer(_ => Look(), null, period, period);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (link.Silence >= times.PingDeadline)
        {
            timer.Dispose();
            link.Lose($"{link.Name} has not answered for {link.Silence.TotalSeconds:0} s.");
            giveUp();
        }
        else if (link.Silence >= times.PingInterval && Interlocked.Exchange(ref asking, 1) == 0)
        {
            Ask();
        }
    }

    // Sending may block on a full line; the timer must go on.
    private void Ask() => Task.Run(() =>
    {
        link.TrySend(WireMessage.Ping());
        Interlocked.Exchange(ref asking, 0);
    });
}
