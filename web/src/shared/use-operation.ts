import { useRef } from 'react'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  keepPreviousData,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { UseMutationResult, UseQueryResult } from '@tanstack/react-query'
import type { CommandId, DownloadId, InputOf, OperationId, OutputOf, QueryId, UploadId } from './call.ts'
import { Problem, Unreachable, command, download, newKey, query, upload } from './call.ts'
import { KEPT_AT } from './kept-answers.ts'
import { markSessionEnded } from './session-ended.ts'

const SESSION_KEY = ['session.show', {}]

/** One client for each face. A refusal or a problem is not tried again; a lost connection is, once. */
export function makeQueryClient(): QueryClient {
  const noticeEnd = (error: unknown) => {
    const signedIn = (client.getQueryState(SESSION_KEY)?.dataUpdatedAt ?? 0) > KEPT_AT
    if (error instanceof Problem && error.status === 401 && signedIn) markSessionEnded()
  }
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: noticeEnd }),
    mutationCache: new MutationCache({ onError: noticeEnd }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: 15_000,
        retry: (times, error) => times < 1 && error instanceof Unreachable && error.why === 'timeout',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return client
}

export type QueryOptions = {
  readonly enabled?: boolean
  readonly staleMs?: number
  readonly keepPrevious?: boolean
}

/** Asks and keeps the answer; asked again when a command has changed something. */
export function useQueryOperation<Id extends QueryId>(
  id: Id,
  input: InputOf<Id>,
  { enabled = true, staleMs, keepPrevious = false }: QueryOptions = {},
): UseQueryResult<OutputOf<Id>> {
  return useQuery<OutputOf<Id>>({
    queryKey: [id, input],
    queryFn: ({ signal }) => query(id, input, signal),
    enabled,
    ...(staleMs === undefined ? {} : { staleTime: staleMs }),
    placeholderData: keepPrevious ? keepPreviousData : undefined,
  })
}

export type CommandOptions<Id extends OperationId, Sent = InputOf<Id>> = {
  /** Ids of the queries to ask again; all that are on the page when left out. */
  readonly refreshes?: readonly QueryId[]
  readonly onDone?: (output: OutputOf<Id>, sent: Sent) => void
}

/** Does. The same input after a failure goes out under the same key, so that a lost answer is not done twice. */
export function useCommandOperation<Id extends CommandId>(id: Id, options: CommandOptions<Id> = {}) {
  return useSubmit<Id, InputOf<Id>>((input, key) => command(id, input, key), fingerprint, options)
}

export type Upload<Id extends UploadId> = {
  readonly input: InputOf<Id>
  readonly file: File
  /** How much has left this device, from 0 to 1. */
  readonly onSent?: (share: number) => void
}

/** Sends a file; otherwise like useCommandOperation. */
export function useUploadOperation<Id extends UploadId>(
  id: Id,
  options: CommandOptions<Id, Upload<Id>> = {},
) {
  const mark = ({ input, file }: Upload<Id>) => fingerprint([input, file.name, file.size, file.lastModified])
  return useSubmit<Id, Upload<Id>>(
    ({ input, file, onSent }, key) => upload(id, input, file, key, onSent),
    mark,
    options,
  )
}

/** Fetches a file into the browser's downloads. */
export function useDownloadOperation<Id extends DownloadId>(
  id: Id,
): UseMutationResult<void, Error, InputOf<Id>> {
  return useMutation<void, Error, InputOf<Id>>({ mutationFn: (input) => download(id, input) })
}

function fingerprint(sent: unknown): string {
  return JSON.stringify(sent ?? {})
}

function useSubmit<Id extends OperationId, Sent>(
  send: (sent: Sent, key: string) => Promise<OutputOf<Id>>,
  markOf: (sent: Sent) => string,
  { refreshes, onDone }: CommandOptions<Id, Sent>,
): UseMutationResult<OutputOf<Id>, Error, Sent> {
  const client = useQueryClient()
  const pending = useRef<{ readonly mark: string; readonly key: string } | undefined>(undefined)
  return useMutation<OutputOf<Id>, Error, Sent>({
    mutationFn: (sent) => {
      const mark = markOf(sent)
      if (pending.current?.mark !== mark) pending.current = { mark, key: newKey() }
      return send(sent, pending.current.key)
    },
    onSuccess: async (output, sent) => {
      pending.current = undefined
      onDone?.(output, sent)
      if (refreshes === undefined) await client.invalidateQueries()
      else await Promise.all(refreshes.map((queryId) => client.invalidateQueries({ queryKey: [queryId] })))
    },
    onError: (error) => {
      const mayHaveBeenDone =
        error instanceof Unreachable || (error instanceof Problem && error.status >= 500)
      if (!mayHaveBeenDone) pending.current = undefined
    },
  })
}
