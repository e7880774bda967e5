import Dispatch

/// Runs harvests on a queue of their own, so that writing to the catalogue never holds up a thread that answers requests.
final class HarvestQueue: TaskExecutor {
    private let queue = DispatchQueue(label: "hoclieu.harvest", qos: .utility)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
