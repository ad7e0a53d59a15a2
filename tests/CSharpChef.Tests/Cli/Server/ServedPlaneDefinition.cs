using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>The tests on a served plane, which run one at a time: all write the file of known servers.</summary>
[CollectionDefinition(ServedPlane.Name)]
public sealed class ServedPlaneDefinition : ICollectionFixture<ServedPlane>;
