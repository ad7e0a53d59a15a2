using CSharpChef.Stacks.Providers;
using CSharpChef.Stacks.Providers.Local;

namespace CSharpChef.Web.Serving;

/// <summary>The options of a server that say where its machines come from.</summary>
internal sealed record MachineOptions
{
    /// <summary>The settings of machines of this host; null when the server makes none.</summary>
    public LocalOptions? Local { get; init; }

    /// <summary>The provider of stacks that name none. Default: <c>local</c>, when the server has it.</summary>
    public string? Provider { get; init; }

    /// <exception cref="ProviderException">
    /// This host cannot run machines, or there is no provider of the default name.
    /// </exception>
    public MachineProviders CreateProviders()
    {
        List<IMachineProvider> providers = Local is null ? [] : [LocalMachines.OnThisHost(Local)];
        return new(providers, Provider ?? providers.FirstOrDefault()?.Name);
    }
}
