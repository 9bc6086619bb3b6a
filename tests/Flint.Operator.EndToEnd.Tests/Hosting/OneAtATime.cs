// The stories promise seconds ("ready within 15 s of the network's return"); a second browser beside them would spend those.
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
