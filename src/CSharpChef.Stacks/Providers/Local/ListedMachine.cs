namespace CSharpChef.Stacks.Providers.Local;

/// <summary>A machine of this host as its operator sees it.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="Record">Its record; null when it is made or removed in part.</param>
/// <param name="IsPartial">True when its launch or its termination was interrupted.</param>
internal sealed record ListedMachine(Machine Machine, MachineRecord? Record, bool IsPartial);
