using CSharpChef.Stacks.Providers.Local.Host;
using CSharpChef.Stacks.Providers.Local.Images;
using CSharpChef.Stacks.Providers.Local.Network;

namespace CSharpChef.Stacks.Providers.Local;

/// <summary>What is in the folder of machines: lists it, and removes what nothing needs.</summary>
internal sealed class LocalInventory(LocalOptions options)
{
    private readonly LocalMachines machines = new(options);
    private readonly ImageFolder images = new(options);

    public IReadOnlyList<MachineImage> Images()
    {
        HostNeeds.ToList();
        return images.All();
    }

    public async Task<IReadOnlyList<ListedMachine>> MachinesAsync(CancellationToken ct)
    {
        HostNeeds.ToList();
        IMachineProvider provider = machines;
        var found = await provider.DescribeAllAsync(MachineFolder.Ids(options), ct);
        return [.. found.Select(Listed)];
    }

    /// <summary>Removes a machine.</summary>
    public Task RemoveAsync(ListedMachine machine, CancellationToken ct) => machine.IsPartial
        ? machines.TerminatePartialAsync(machine.Machine.Id, ct)
        : machines.TerminateAsync(machine.Machine.Id, ct);

    /// <summary>Removes what is left of the network when no machine uses it.</summary>
    public Task RemoveNetworkAsync(CancellationToken ct) => new MachineNetwork(options).RemoveUnusedAsync(ct);

    /// <summary>Removes images that no machine uses, and what is left of builds that were interrupted.</summary>
    /// <param name="newest">True to remove also the newest image of each suite.</param>
    /// <param name="ct">Cancels the removal.</param>
    /// <returns>The names of the removed folders.</returns>
    public async Task<IReadOnlyList<string>> RemoveImagesAsync(bool newest, CancellationToken ct)
    {
        HostNeeds.ToRun();
        using var recordsLock = await FileLock.TakeAsync(options, MachineFolder.RecordsLock, ct);
        var removed = new List<string>();
        foreach (var folder in images.Partial().Concat(Unused(newest)).ToList())
        {
            if (await TryRemoveImageAsync(folder, ct))
            {
                removed.Add(Path.GetFileName(folder));
            }
        }

        return removed;
    }

    private IEnumerable<string> Unused(bool newest)
    {
        var used = MachineFolder.Records(options).Select(machine => machine.Image).ToHashSet();
        return images.All()
            .Where(image => !used.Contains(image.Root) && (newest || !IsNewest(image)))
            .Select(image => image.Folder);
    }

    private bool IsNewest(MachineImage image) => images.Newest(image.Suite)?.Folder == image.Folder;

    // A build of the suite that runs holds the lock.
    private async Task<bool> TryRemoveImageAsync(string folder, CancellationToken ct)
    {
        using var imageLock = FileLock.TryTake(options, ImageFolder.LockOf(ImageFolder.SuiteOf(folder)));
        if (imageLock is not null)
        {
            await MachineImage.RemoveAsync(folder, ct);
        }

        return imageLock is not null;
    }

    private ListedMachine Listed(Machine machine)
    {
        var folder = new MachineFolder(options, machine.Id);
        return new(machine, folder.Load(), folder.IsPartial);
    }
}
