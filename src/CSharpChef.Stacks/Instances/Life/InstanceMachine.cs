namespace CSharpChef.Stacks.Instances.Life;

/// <summary>
/// What is wanted and known of an instance's machine. Its id at the provider is the instance's Ec2InstanceId.
/// </summary>
internal sealed record InstanceMachine
{
    public WantedState Wanted { get; init; }

    /// <summary>Who wants it: the ARN of a user, or a part of the server such as <c>system:instances</c>.</summary>
    public string? WantedBy { get; init; }

    /// <summary>When the instance got its status.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>How often the machine was launched or started. A result of an earlier start is dropped.</summary>
    public int Generation { get; init; }

    /// <summary>True from a start until its outcome is stored: a machine with an unknown id may exist.</summary>
    public bool IsLaunching { get; init; }

    /// <summary>The provider of the machine, kept from the first start on.</summary>
    public string? Provider { get; init; }

    /// <summary>The address that is dialled, once the machine has one.</summary>
    public string? Address { get; init; }

    public int Port { get; init; } = 22;

    /// <summary>The host keys that the machine may present, as in <c>/etc/ssh/ssh_host_*_key.pub</c>.</summary>
    public IReadOnlyList<string> HostKeys { get; init; } = [];

    /// <summary>
    /// The boot id of the last login; null from a start until the first login after it: then recipes can run.
    /// </summary>
    public string? BootId { get; init; }

    /// <summary>True while the last Setup since the start succeeded: its machine is online when reached.</summary>
    public bool IsSetUp { get; init; }

    /// <summary>True once a Setup since the start succeeded, which also updated the packages of the machine.</summary>
    public bool IsUpdated { get; init; }

    /// <summary>False when the machine has no network to fetch packages with, nor a folder of them.</summary>
    public bool ReachesPackages { get; init; } = true;

    /// <summary>True once the machine was asked to reboot; a login then finds another boot id.</summary>
    public bool IsRebootSent { get; init; }

    /// <summary>The Setup or Shutdown command that the status waits for.</summary>
    public string? CommandId { get; init; }

    /// <summary>Why the last login of a registration failed; null after a login.</summary>
    public string? LoginProblem { get; init; }

    /// <summary>Whether a deletion also deregisters the instance's Elastic IP.</summary>
    public bool DeletesAddress { get; init; }

    /// <summary>Whether a deletion also deregisters the instance's volumes.</summary>
    public bool DeletesVolumes { get; init; }
}
