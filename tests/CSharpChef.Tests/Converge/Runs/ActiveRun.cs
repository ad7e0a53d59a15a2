using System.Diagnostics;
using System.Globalization;

namespace CSharpChef.Tests.Converge.Runs;

/// <summary>A process that counts as an active run of this machine, until it is disposed.</summary>
internal sealed class ActiveRun : IDisposable
{
    public const string Name = "20261124T091500Z-3fa2c1001";
    private readonly Process process;
    private readonly string holder;

    /// <param name="state">The state folder of the machine.</param>
    public ActiveRun(string state)
    {
        process = Process.Start(new ProcessStartInfo("sh", ["-s", Name]) { RedirectStandardInput = true })!;
        holder = Path.Combine(Directory.CreateDirectory(state).FullName, "holder");
        var boot = File.ReadAllText("/proc/sys/kernel/random/boot_id").Trim();
        File.WriteAllText(
            holder, string.Create(CultureInfo.InvariantCulture, $"{Name} {process.Id} {boot} ann@laptop\n"));
    }

    public void Dispose()
    {
        File.WriteAllText(holder, "");
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
